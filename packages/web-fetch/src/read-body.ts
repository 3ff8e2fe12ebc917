import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import { FetchError } from './fetch-error.ts'

type Decoder = 'identity' | 'gzip' | 'deflate' | 'br'
const decoders: Readonly<Record<string, Decoder>> = { gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate', br: 'br' }

/** The one decoding step of an answer. Throws FETCH_ENCODING for an unknown step, or for a chain of them: that is how bombs are built. */
export function decoderOf(contentEncoding: string | undefined): Decoder {
  const steps = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((step) => step.trim())
    .filter((step) => step !== '' && step !== 'identity')
  const [step, second] = steps
  if (step === undefined) return 'identity'
  const decoder = decoders[step]
  if (!decoder || second !== undefined) throw new FetchError('FETCH_ENCODING', 'The answer is packed in a way that is not accepted.')
  return decoder
}

/** How much of a body has come, unpacked; kept outside so that a fetch that is cut short knows it. */
export type Progress = { bytes: number }
export type BodyLimits = Readonly<{ decoder: Decoder; maxBytes: number; declaredBytes: number | null; progress: Progress }>

/** Reads a body to its end, unpacked. `maxBytes` counts what comes out, so a small packed answer cannot become a huge one. */
export async function readBody(body: Readable, { decoder, maxBytes, declaredBytes, progress }: BodyLimits): Promise<Buffer> {
  if (declaredBytes !== null && declaredBytes > maxBytes) {
    throw new FetchError('FETCH_TOO_LARGE', `The answer is ${megabytes(declaredBytes)} large; the limit is ${megabytes(maxBytes)}.`)
  }
  const chunks: Buffer[] = []
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      progress.bytes += chunk.length
      if (progress.bytes > maxBytes)
        throw new FetchError('FETCH_TOO_LARGE', `The answer is larger than ${megabytes(maxBytes)}, the limit; it was not read to its end.`)
      chunks.push(chunk)
    }
  }
  if (decoder === 'identity') await collect(body)
  else await pipeline(body, decoder === 'deflate' ? inflateEither : unpackers[decoder](), collect)
  return Buffer.concat(chunks)
}

// A packed body whose tail is missing still gives what came before it: a cut feed is salvaged by its parser.
const unpackers = {
  gzip: () => zlib.createGunzip({ finishFlush: zlib.constants.Z_SYNC_FLUSH }),
  br: () => zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }),
}

/** `deflate` means zlib by the standard, and raw by many servers: the first byte tells which. */
async function* inflateEither(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const iterator = source[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done) return
  const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH }
  const unpack = ((first.value[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate(options) : zlib.createInflateRaw(options)
  const rest = async function* () {
    yield first.value
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  const packed = Readable.from(rest())
  packed.on('error', (error) => unpack.destroy(error))
  yield* packed.pipe(unpack)
}

/** `bytes` as a person writes it: "15 MB". */
function megabytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`
}
