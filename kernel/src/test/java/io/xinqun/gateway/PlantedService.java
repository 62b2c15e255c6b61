package io.xinqun.gateway;

/// Stands for a class of another program in the test of the architecture rules.
public class PlantedService {}
