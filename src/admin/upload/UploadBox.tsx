'use client'
import { useId, useState, type DragEvent } from 'react'
import { fitting, type Purpose } from '../../lib/fileKinds'
import { megabytes } from '../../upload/pace'
import { TransferRow } from './TransferRow'
import { useTransfers } from './useTransfers'

type Props = { purpose: Purpose; many?: boolean; words: string; onDocument(document: string): void }

/** Where files are dropped or chosen, and what becomes of them. */
export function UploadBox({ purpose, many = false, words, onDocument }: Props) {
  const { rows, offered, add, again, drop, forget, say } = useTransfers(purpose, onDocument)
  const [over, setOver] = useState(false)
  const id = useId()
  const full = !many && rows.some(({ progress }) => progress.state !== 'failed' && progress.state !== 'cancelled')
  const take = (files: FileList | null) => {
    if (!files?.length || full) return
    for (const row of rows) if (!many) drop(row)
    add(many ? files : [...files].slice(0, 1))
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const open = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div className="mb-up">
      {offered.map((one) => (
        <p className="mb-up__offer" key={one.id}>
          <span>
            {say('上次没传完的：', 'Not finished last time: ')}
            <strong>{one.filename}</strong>（{megabytes(one.offset, one.size)}）
            {say('选同一个文件接着传。', ' Choose the same file to go on.')}
          </span>
          <button className="mb-button" onClick={() => forget(one)} type="button">
            {say('不要了', 'Discard')}
          </button>
        </p>
      ))}
      {!full && (
        <div
          className={`mb-up__zone${over ? ' is-over' : ''}`}
          onDragLeave={() => setOver(false)}
          onDragOver={open}
          onDrop={onDrop}
        >
          <input
            accept={accepts(purpose)}
            className="mb-up__input"
            id={id}
            multiple={many}
            onChange={(event) => {
              take(event.currentTarget.files)
              event.currentTarget.value = ''
            }}
            type="file"
          />
          <label className="mb-button mb-button--main" htmlFor={id}>
            {words}
          </label>
          <span>
            {say(
              '或把文件拖到这里。网络断了会自动接着传。',
              'or drop it here. After a broken line it goes on by itself.',
            )}
          </span>
        </div>
      )}
      {rows.length > 0 && (
        <ul className="mb-up__rows">
          {rows.map((row) => (
            <TransferRow again={again} drop={drop} key={row.key} row={row} say={say} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** A help for the picker only: what a file is, the server tells from its bytes. */
const accepts = (purpose: Purpose) =>
  fitting[purpose]
    .map(
      (kind) =>
        ({ film: 'video/*', recording: 'audio/*', subtitle: '.srt,.vtt,.txt', pdf: '.pdf', text: '.txt' })[kind],
    )
    .join(',')
