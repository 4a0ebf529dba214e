"""Pages of prose about a film, as people write them on film blogs: from text to what can be told of the film."""
