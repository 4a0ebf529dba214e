"""Outside formats: bytes in, films out, and back."""
