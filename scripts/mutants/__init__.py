"""Would the tests notice? One token of a room is changed at random, and its own folder's tests must fail."""
