"""The parts of the command line: arguments, commands, output. `kontaktforloeb.cli` puts them together."""
