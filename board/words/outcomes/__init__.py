"""What came of what somebody did: as data, and what is said of it to adults and to the child it was done with."""
