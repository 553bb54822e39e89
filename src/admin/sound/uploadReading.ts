type Reading = { article: string; variety: string; speaker: string }

/** Stores a recording and makes it a reading of the article. Returns what went wrong in words, or null. */
export async function uploadReading(staff: string, file: File, reading: Reading): Promise<string | null> {
  const api = staff.replace(/\/staff\/?$/, '')
  const form = new FormData()
  form.append('file', file)
  form.append('_payload', '{}')
  const stored = await send(`${api}/files`, { body: form })
  if ('fault' in stored) return stored.fault
  const made = await send(`${api}/readings`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...reading, file: stored.id }),
  })
  return 'fault' in made ? made.fault : null
}

async function send(url: string, init: RequestInit): Promise<{ id: string } | { fault: string }> {
  try {
    const answer = await fetch(url, { method: 'POST', credentials: 'same-origin', ...init })
    const body = (await answer.json()) as { doc?: { id: string }; errors?: { message: string }[] }
    return body.doc ? { id: body.doc.id } : { fault: body.errors?.[0]?.message ?? String(answer.status) }
  } catch (error) {
    return {
      fault: error instanceof TypeError ? '连不上服务器，请再试一次。/ The server cannot be reached.' : String(error),
    }
  }
}
