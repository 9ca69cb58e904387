"""What a canvas was like: its versions, compared, restored, taken back one by one."""
