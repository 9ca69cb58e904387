"""Several people, one venture: one canvas, one interview, told to the others as it goes."""
