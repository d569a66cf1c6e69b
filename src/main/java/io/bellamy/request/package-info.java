/** Reads requests. */
package io.bellamy.request;
