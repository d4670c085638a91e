same([VoxEngine.getSecretValue("conform"), VoxEngine.getSecretValue("nothing")], ["s3cret", undefined], "secrets");
verdict();
