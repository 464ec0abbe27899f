"""Pictures that come in from devices, files that go out to them or to this computer."""
