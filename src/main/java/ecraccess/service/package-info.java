/**
 * What AWS calls its services: partitions, endpoint service names, limits. All of it is read from
 * one file, {@code facts.json}, which names the source and date of each fact.
 */
@NullMarked
package ecraccess.service;

import org.jspecify.annotations.NullMarked;
