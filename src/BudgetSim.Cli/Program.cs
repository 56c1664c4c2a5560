// The entry point: turns a command line into an exit code.
return 0;
