/**
 * Answers agents through the Model Context Protocol, over two streams: the tools have the answers, contracts and problems of the
 * service.
 *
 * <p>It knows: problem, service, web.
 */
package io.bellamy.agents;
