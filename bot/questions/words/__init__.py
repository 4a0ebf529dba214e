"""What the words of a text say: cut, put right and looked up; and how facts are put into words."""
