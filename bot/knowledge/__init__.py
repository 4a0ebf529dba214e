"""The film knowledge base: what a film is, where films are kept, and how they are read."""
