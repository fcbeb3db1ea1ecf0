"""What there is: the types of the domain. No input or output, no questions."""
