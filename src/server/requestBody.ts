import { invalid, tooLarge } from './refusals.ts'

/** The text of a body of at most so many bytes; undefined for a GET. Throws a `Refusal` as soon as it is longer, without reading the rest; stops at the signal. */
export async function readRequestBody(
  request: Request,
  limit: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (request.method === 'GET' || request.body === null) return undefined
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > limit) throw tooLarge(limit)
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  // Not waited for: a sender that goes on sending must not keep the answer.
  const stop = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', stop, { once: true })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text + decoder.decode()
      length += value.byteLength
      if (length > limit) break
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    throw invalid('The body of the request cannot be read.', [])
  } finally {
    signal.removeEventListener('abort', stop)
  }
  stop()
  throw tooLarge(limit)
}
