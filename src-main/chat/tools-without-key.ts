import type { ToolSet } from 'ai';
import { jsonIn } from './json-in';

/** The same tools, which never see the key: a server that sends it back gets it into no form. */
export function toolsWithoutKey(tools: ToolSet, key: string | null): ToolSet {
  const clean: ToolSet = {};
  for (const [name, tool] of Object.entries(tools)) {
    const { execute } = tool;
    if (execute === undefined) clean[name] = tool;
    else {
      clean[name] = {
        ...tool,
        execute: (input, options) => execute(jsonIn(JSON.stringify(input), key), options),
      };
    }
  }
  return clean;
}
