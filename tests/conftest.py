pytest_plugins = ["tests.fakecord.fixtures", "tests.databases"]
