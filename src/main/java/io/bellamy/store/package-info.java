/** Models on disk: versions, each with a manifest, in data formats only. */
package io.bellamy.store;
