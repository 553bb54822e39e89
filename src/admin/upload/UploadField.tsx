'use client'
import { UploadField as PayloadUpload, useField } from '@payloadcms/ui'
import type { UploadFieldClientProps } from 'payload'
import type { Purpose } from '../../lib/fileKinds'
import { useStaff } from '../useStaff'
import { UploadBox } from './UploadBox'

/** Payload's own field for choosing a file that is there, and under it our upload for one that is not. */
export function UploadField(props: UploadFieldClientProps & { purpose: Purpose }) {
  const { purpose, path, readOnly } = props
  const { value, setValue } = useField<string | null>({ path })
  const { say } = useStaff()
  const words = {
    film: say('上传影片', 'Upload a film'),
    track: say('上传录音', 'Upload a recording'),
    subtitle: say('上传字幕', 'Upload a subtitle'),
    file: say('上传文件', 'Upload a file'),
  }[purpose]
  return (
    <div className="mb-upfield">
      <PayloadUpload {...props} />
      {!value && !readOnly && (
        <UploadBox onDocument={(document) => setValue(document)} purpose={purpose} words={words} />
      )}
    </div>
  )
}
