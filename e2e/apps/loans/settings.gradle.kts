rootProject.name = "loans"
