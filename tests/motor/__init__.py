"""The engine's own tests; what several of them need stands in `legetoej` and `dagpengesag`."""
