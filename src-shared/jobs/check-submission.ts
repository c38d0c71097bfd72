import { type AlternativesRefusal, checkPrompts, promptsOf } from './prompt-alternatives';
import { checkRequest, type Request, type RequestRefusal } from './request';

/**
 * Whether `count` outputs of a request can be made by a model up to `longestSide` pixels, each of the prompts that it stands
 * for included; null when they can. A `literal` prompt stands for itself, braces and all.
 */
export function checkSubmission(
  request: Request,
  count: number,
  longestSide: number,
  literal = false,
): AlternativesRefusal | RequestRefusal | null {
  if (literal) return checkRequest(request, longestSide);
  const uneven = checkPrompts(request, count);
  if (uneven !== null) return uneven;
  for (const prompt of promptsOf(request.prompt) ?? [request.prompt]) {
    const unfit = checkRequest({ ...request, prompt }, longestSide);
    if (unfit !== null) return unfit;
  }
  return null;
}
