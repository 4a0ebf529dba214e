pytest_plugins = ["tests.fakecord.fixtures"]
