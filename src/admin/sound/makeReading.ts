type Reading = { article: string; variety: string; speaker: string; file: string }

/** Makes a stored recording a reading of the article. Returns what went wrong in words, or null. */
export async function makeReading(staff: string, reading: Reading): Promise<string | null> {
  try {
    const answer = await fetch(`${staff.replace(/\/staff\/?$/, '')}/readings`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(reading),
    })
    const body = (await answer.json()) as { errors?: { message: string }[] }
    return answer.ok ? null : (body.errors?.[0]?.message ?? String(answer.status))
  } catch (error) {
    return error instanceof TypeError ? '连不上服务器，请再试一次。/ The server cannot be reached.' : String(error)
  }
}
