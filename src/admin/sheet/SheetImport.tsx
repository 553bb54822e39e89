'use client'
import { toast, useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import type { Imported, LastImports } from '../../staff/lastImports'
import type { SheetAnswer } from '../../staff/sheetImports'
import { Ask } from '../Ask'
import { useStaff } from '../useStaff'
import { ImportPreview, type Column } from './ImportPreview'

const MOST = 5 * 1024 * 1024

type Props = { collection: Imported; columns: readonly Column[]; undoWords: string }

/** Above a list: take a spreadsheet, see what would happen, import it, take an import back. */
export function SheetImport({ collection, columns, undoWords }: Props) {
  const { call, say, address, language } = useStaff()
  const { permissions } = useAuth()
  const router = useRouter()
  const may = Boolean(permissions?.collections?.[collection]?.create)
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<SheetAnswer | null>(null)
  const [imports, setImports] = useState<LastImports>([])
  const [undoing, setUndoing] = useState<LastImports[number] | null>(null)
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  const refresh = useCallback(async () => {
    const answer = may ? await call<LastImports>(`/${collection}/imports`) : null
    if (answer?.ok) setImports(answer.body)
    // `call` is made anew with every render.
  }, [may, language])
  useEffect(() => void refresh(), [refresh])
  if (!may) return null

  const send = async (chosen: File, dryRun: boolean) => {
    setBusy(true)
    setFault('')
    const query = new URLSearchParams({ dryRun: String(dryRun), name: chosen.name.slice(0, 200) })
    const answer = await call<SheetAnswer>(`/${collection}/import?${query.toString()}`, chosen)
    setBusy(false)
    if (!answer.ok) {
      setPreview(null)
      return setFault(answer.error.message)
    }
    if (dryRun) return setPreview(answer.body)
    toast.success(say(`导入了 ${answer.body.counts.new} 行。`, `${answer.body.counts.new} rows imported.`))
    close()
    await refresh()
    router.refresh()
  }
  const choose = (chosen: File | undefined) => {
    setPreview(null)
    setFile(chosen ?? null)
    if (!chosen) return
    if (chosen.size > MOST) return setFault(say('文件太大，最多 5 兆。', 'The file is larger than 5 MB.'))
    void send(chosen, true)
  }
  const close = () => {
    setFile(null)
    setPreview(null)
    setFault('')
  }
  const undo = async ({ batch }: LastImports[number]) => {
    setBusy(true)
    const answer = await call<{ removed: number }>(`/${collection}/undo`, { batch })
    setBusy(false)
    setUndoing(null)
    if (answer.ok) toast.success(say(`撤回了 ${answer.body.removed} 行。`, `${answer.body.removed} rows taken back.`))
    else toast.error(answer.error.message)
    await refresh()
    router.refresh()
  }

  return (
    <section aria-label={say('从表格导入', 'Import a spreadsheet')} className="mb-import">
      <div className="mb-import__bar">
        <label className={`mb-button ${preview ? '' : 'mb-button--main'}`}>
          {file ? say('换一个文件', 'Another file') : say('从表格导入', 'Import a spreadsheet')}
          <input
            accept=".csv,.txt,.xlsx"
            disabled={busy}
            onChange={(event) => {
              choose(event.target.files?.[0])
              event.target.value = '' // the same file may be chosen again after it was corrected
            }}
            type="file"
          />
        </label>
        <a className="mb-button" href={address(`/${collection}/template.csv`)}>
          {say('下载模板', 'Download the template')}
        </a>
        <span className="mb-plan__hint" role="status">
          {busy
            ? say('正在读……', 'Reading…')
            : (file?.name ??
              say('Excel（.xlsx）或 CSV，先给您看，再导入。', 'XLSX or CSV; shown first, then imported.'))}
        </span>
      </div>
      {fault && (
        <p className="mb-plan__fault" role="alert">
          {fault}
        </p>
      )}
      {preview && file && (
        <ImportPreview
          busy={busy}
          columns={columns}
          onNo={close}
          onYes={() => void send(file, false)}
          preview={preview}
          say={say}
        />
      )}
      {!preview && imports.length > 0 && (
        <details className="mb-plan__left">
          <summary>{say('最近的导入', 'Recent imports')}</summary>
          <ul>
            {imports.map((one) => (
              <li key={one.batch}>
                <span>
                  {new Date(one.at).toLocaleString(language === 'en' ? 'en-GB' : 'zh-CN')} · {one.by} ·{' '}
                  {one.name || say('没有文件名', 'no name')} · {say(`${one.rows} 行`, `${one.rows} rows`)}
                </span>
                <button className="mb-button" disabled={busy} onClick={() => setUndoing(one)} type="button">
                  {say('撤回这次导入', 'Take this import back')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {undoing && (
        <Ask
          busy={busy}
          danger
          no={say('留着', 'Keep them')}
          onNo={() => setUndoing(null)}
          onYes={() => void undo(undoing)}
          title={say('撤回这次导入？', 'Take this import back?')}
          yes={say('撤回', 'Take back')}
        >
          <p>
            {say(
              `这次导入的 ${undoing.rows} 行都会删掉，后来改过的也删。`,
              `All ${undoing.rows} rows of it are deleted, edited ones too. `,
            )}
            {undoWords}
          </p>
        </Ask>
      )}
    </section>
  )
}
