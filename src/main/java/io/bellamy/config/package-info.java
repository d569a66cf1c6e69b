/** config.yml, read into immutable records and validated whole. */
package io.bellamy.config;
