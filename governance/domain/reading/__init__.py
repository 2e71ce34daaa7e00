"""Reading a text as people write it: fold, cut into tokens, find the concepts of an edition."""
