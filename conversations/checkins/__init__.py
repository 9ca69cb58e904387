"""Check-ins: two minutes, now and then, that keep a canvas true."""
