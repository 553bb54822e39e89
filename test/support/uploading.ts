import { Upload, type DetailedError } from 'tus-js-client'

type Options = {
  origin: string
  token?: string
  base?: string
  metadata?: Record<string, string>
  chunk?: number
  url?: string
  /** Stops the upload for good once so many bytes have been accepted. */
  until?: number
}

/** What became of an upload: the document, or the status and code of the refusal; `url` to go on with it. */
export type Outcome = { document?: string; status?: number; code?: string; url: string; accepted: number }

/** Uploads as the admin does, by the same client. */
export function upload(bytes: Buffer, options: Options): Promise<Outcome> {
  const { origin, token, base = '', metadata = {}, chunk = 64 * 1024, url, until = Infinity } = options
  let accepted = 0
  return new Promise((resolve) => {
    const work = new Upload(bytes, {
      endpoint: `${origin}${base}/api/staff/uploads`,
      ...(url ? { uploadUrl: url } : {}),
      headers: { ...(token ? { authorization: `JWT ${token}` } : {}) },
      metadata: { filename: 'film.mp4', ...metadata },
      chunkSize: chunk,
      retryDelays: null,
      onChunkComplete: (_size, sum) => {
        accepted = sum
        if (sum < until || sum === bytes.length) return
        void work.abort().then(() => resolve({ url: work.url!, accepted }))
      },
      onSuccess: ({ lastResponse }) =>
        resolve({ document: lastResponse.getHeader('Upload-Document')!, url: work.url!, accepted }),
      onError: (error) => {
        const answer = (error as DetailedError).originalResponse
        const body = answer?.getBody() ?? ''
        const code = /"code":"([^"]+)"/.exec(body)?.[1]
        resolve({ status: answer?.getStatus() ?? 0, ...(code && { code }), url: work.url ?? '', accepted })
      },
    })
    work.start()
  })
}
