/** Data sets by description: where the runs are, what their columns mean, and which of them match a context. */
package io.bellamy.data;
