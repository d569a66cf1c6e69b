/** Strict reading of YAML for the configuration, requests and data set descriptions: every problem at once, each with its place. */
package io.bellamy.yaml;
