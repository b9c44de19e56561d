"""Bodies: a head such as Ban or Đảng ủy, what follows it, and the bodies that a text names without their owners."""
