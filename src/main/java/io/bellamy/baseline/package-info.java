/** What people would use instead: the methods that predictions are held against. */
package io.bellamy.baseline;
