/**
 * Shows a judgement: as text, as JSON, as a Mermaid flowchart and as SVG. Decides nothing that it
 * shows.
 */
@NullMarked
package ecraccess.reach.report;

import org.jspecify.annotations.NullMarked;
