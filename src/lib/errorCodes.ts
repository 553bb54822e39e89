/** Every stable error code, its HTTP status and its words for people. One file, on purpose. */
export const errorCodes = {
  internal: { status: 500, zh: '系统出了点问题，请稍后再试。', en: 'Something went wrong. Please try again later.' },
  'env-invalid': { status: 500, zh: '环境变量有误。', en: 'The environment is not valid.' },
  'bad-request': { status: 400, zh: '提交的内容有误，请检查后再试。', en: 'The request is not valid.' },
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  forbidden: { status: 403, zh: '您没有做这件事的权限。', en: 'You are not allowed to do this.' },
  'outside-office': {
    status: 403,
    zh: '只能用本单位和下级单位的内容。',
    en: 'Only rows of your own office and the offices below it.',
  },
  'file-fixed': {
    status: 409,
    zh: '已上传的文件不能替换，请另传一个新文件再选它。',
    en: 'An uploaded file cannot be replaced; upload a new one and choose it.',
  },
  'must-change-password': {
    status: 403,
    zh: '请先把一次性密码改成自己的密码。',
    en: 'Change the one-time password to your own first.',
  },
  'password-wrong': { status: 422, zh: '现在的密码不对。', en: 'The current password is not right.' },
  'password-weak': {
    status: 422,
    zh: '新密码至少 10 位，大写字母、小写字母、数字、符号里至少有三种，不能含用户名，也不能和原来一样。',
    en: 'At least 10 characters, three of upper case, lower case, digits and signs, without the user name, not the old one.',
  },
  'name-taken': { status: 409, zh: '这个用户名已经有人用了。', en: 'This user name is taken.' },
  'cross-origin': { status: 403, zh: '请求来自别的网站，已拒绝。', en: 'The request came from another site.' },
  'not-found': { status: 404, zh: '没有找到这个页面。', en: 'This page was not found.' },
  'method-not-allowed': { status: 405, zh: '不支持这种请求方式。', en: 'Method not allowed.' },
  conflict: { status: 409, zh: '内容已经变了，请刷新后再试。', en: 'It has changed meanwhile; reload and try again.' },
  'too-large': { status: 413, zh: '文件或内容太大。', en: 'The file or request is too large.' },
  'unsupported-type': { status: 415, zh: '不支持这种格式。', en: 'This format is not supported.' },
  'too-many-requests': { status: 429, zh: '操作太频繁，请稍后再试。', en: 'Too many requests; wait a moment.' },
  unavailable: { status: 503, zh: '服务暂时不可用，请稍后再试。', en: 'The service is not available right now.' },

  'loan-closed': {
    status: 409,
    zh: '这一件现在不能借：没有公开，或者对方不外借。换一件，或者自己做。',
    en: 'This cannot be borrowed now: it is not public, or its office does not lend it. Choose another or make your own.',
  },
  'loan-own': {
    status: 409,
    zh: '这一件本来就是本单位的，不用借。',
    en: 'It belongs to this office already; there is nothing to borrow.',
  },
  'loan-in-use': {
    status: 409,
    zh: '已经排了或发过，功劳要记着，不能还了。没发出去的先从排期里拿掉。',
    en: 'It is planned or was delivered, so it cannot be given back. Take what has not gone out off the plan first.',
  },
  'loan-dubbed': {
    status: 409,
    zh: '本所已经给它加了配音或字幕。先删掉那些，再还。',
    en: 'Your office added a dub or subtitles. Delete those first.',
  },
  'loan-handed-in': {
    status: 409,
    zh: '改写的稿子已经送审或公开，不能还了。',
    en: 'Your version was handed in or is public; it cannot be given back.',
  },

  'approval-required': {
    status: 403,
    zh: '内容要由另一位同事审核通过后才能公开。',
    en: 'A colleague has to approve this before it is public.',
  },
  'own-approval': {
    status: 403,
    zh: '不能审核自己写的或改过的内容，请换一位同事。',
    en: 'You cannot approve your own work.',
  },
  'version-changed': {
    status: 409,
    zh: '送审后内容又改过，请重新送审。',
    en: 'It was edited after hand-in; hand it in again.',
  },
  'not-handed-in': { status: 409, zh: '内容还没有送审。', en: 'It has not been handed in yet.' },
  'already-decided': {
    status: 409,
    zh: '这个版本已经有结论了，请刷新页面。',
    en: 'This version was decided already; reload the page.',
  },
  'nothing-new': {
    status: 409,
    zh: '内容和已公开的一样，没有要审的。',
    en: 'Nothing has changed since the approved version.',
  },
  'not-public': { status: 409, zh: '内容现在没有公开。', en: 'It is not public now.' },
  'second-reviewer': {
    status: 403,
    zh: '这一审要换一位同事来做。',
    en: 'This stage needs another colleague.',
  },
  incomplete: { status: 422, zh: '还有必填的内容没有写完。', en: 'Some required fields are missing.' },
  'plan-changed': {
    status: 409,
    zh: '计划已经变了，请重新查看后再批准。',
    en: 'The plan has changed; look again before approving.',
  },
  'topic-held': {
    status: 409,
    zh: '这个主题近 90 天发多了，先压着：换一条别的，或请签发、领导写明原因放行。',
    en: 'This topic is at its cap and held back: choose another item, or ask a publisher or manager to let it go.',
  },
  'plan-empty': { status: 422, zh: '没有可以排期的内容。', en: 'There is nothing that can be planned.' },
  'plan-refused': { status: 422, zh: '这个计划做不出来，请看原因。', en: 'This plan cannot be made; see the reasons.' },

  'media-not-a-film': {
    status: 422,
    zh: '这个文件不是能播放的影片或录音。',
    en: 'This file is not a playable film or recording.',
  },
  'media-empty': { status: 422, zh: '文件是空的（0 字节），请重新选择。', en: 'The file is empty (0 bytes).' },
  'media-no-sound': { status: 422, zh: '文件里没有声音。', en: 'The file has no sound.' },
  'media-broken': {
    status: 422,
    zh: '文件已损坏或没有传完整，请重新导出后再上传。',
    en: 'The file is damaged or incomplete.',
  },
  'media-failed': {
    status: 500,
    zh: '转换没有成功。请点“重试”；还不行，就用手机剪辑软件另存为 MP4 再上传，或请管理员查看日志。',
    en: 'The conversion failed. Retry; if that does not help, export it again as MP4 or ask the operator to read the log.',
  },
  'media-limit': {
    status: 422,
    zh: '转换这个文件用的时间、内存或空间超过了上限。请用手机剪辑软件另存为 720p 的 MP4，或剪短后再上传。',
    en: 'Converting this file takes more time, memory or space than allowed. Export it as a 720p MP4 or cut it shorter.',
  },
  'media-too-many-pixels': {
    status: 422,
    zh: '画面尺寸太大，最大 8K。请用手机剪辑软件另存为 1080p 的 MP4 再上传。',
    en: 'The picture is larger than 8K. Export it as a 1080p MP4 and upload that.',
  },
  'media-cover': {
    status: 422,
    zh: '封面图片读不出来或太大，请换一张 JPG 或 PNG 图片。',
    en: 'The cover picture cannot be read or is too large; choose another JPG or PNG.',
  },
  'text-binary': {
    status: 422,
    zh: '这不是文字文件，请选 SRT 或 VTT 字幕。',
    en: 'This is not a text file; choose an SRT or VTT subtitle.',
  },
  'subtitle-empty': { status: 422, zh: '字幕文件里没有内容。', en: 'The subtitle file is empty.' },
  'subtitle-no-times': {
    status: 422,
    zh: '没有找到时间（如 00:00:01,000 --> 00:00:03,000），请用 SRT 或 VTT 格式。',
    en: 'No times (such as 00:00:01,000 --> 00:00:03,000) were found; use SRT or VTT.',
  },
  'subtitle-no-cues': {
    status: 422,
    zh: '没有一条字幕能用：时间写反了、写错了，或没有字。',
    en: 'Not one cue can be used: times are reversed or wrong, or there are no words.',
  },
  'subtitle-too-many': {
    status: 413,
    zh: '字幕太多，最多 2 万条、5 兆。请分成几集。',
    en: 'At most 20,000 cues and 5 MB; split the film.',
  },
  'subtitle-cue': {
    status: 422,
    zh: '有一条字幕没有字，或结束时间不在开始时间之后。',
    en: 'A cue has no words, or ends before it starts.',
  },
  'subtitle-outside-film': {
    status: 422,
    zh: '所有字幕都在影片结束以后，请检查时间或是否选错了文件。',
    en: 'Every cue lies after the end of the film; check the times or the file.',
  },
  'subtitle-no-text': {
    status: 422,
    zh: '有一份字幕还没有写，请写好或删掉它。',
    en: 'A subtitle has no text yet; write it or delete it.',
  },
  'subtitles-required': {
    status: 422,
    zh: '影片说的是方言或少数民族语言，要有普通话字幕，审核通过后才能公开。请先加普通话字幕。',
    en: 'The film speaks a dialect or minority language: add standard-Chinese subtitles before it can be public.',
  },
  'media-length': {
    status: 422,
    zh: '配音和影片长度差得太多。',
    en: 'The track and the film differ too much in length.',
  },
  'media-too-long': {
    status: 422,
    zh: '影片太长，最长 3 小时，请剪短或分成几集。',
    en: 'The film is longer than 3 hours; cut it or split it.',
  },
  'media-too-large': {
    status: 413,
    zh: '文件太大，请压缩或剪短后再上传。',
    en: 'The file is too large; compress or shorten it.',
  },
  'image-too-large': {
    status: 422,
    zh: '图片的长宽太大（最多 1.2 亿像素），请缩小后再上传。',
    en: 'The picture has too many pixels (120 million at most); make it smaller and upload it again.',
  },
  'image-vector': {
    status: 422,
    zh: '这是矢量图（SVG），里面可能藏有程序，不能收。请另存为 PNG 再上传。',
    en: 'This is a drawing (SVG), which can carry scripts. Save it as PNG and upload that.',
  },
  'image-kind': {
    status: 422,
    zh: '这个文件不是能用的图片，请另存为 JPEG 或 PNG 再上传。',
    en: 'This is no usable picture; save it as JPEG or PNG and upload that.',
  },
  'media-disk-full': {
    status: 507,
    zh: '服务器磁盘满了，请通知管理员腾出空间后重试。',
    en: 'The disk of the server is full; ask the operator to free space.',
  },
  'media-no-ffmpeg': {
    status: 500,
    zh: '服务器上没有可用的 ffmpeg，请管理员检查。',
    en: 'There is no working ffmpeg on the server; ask the operator.',
  },
  'speech-none': {
    status: 422,
    zh: '这种话没有机器声音，请上传真人录音。',
    en: 'No machine voice speaks this variety; upload a recording.',
  },
  'speech-failed': {
    status: 500,
    zh: '语音合成没有成功，请管理员检查站点设置里的语音合成命令。',
    en: 'The speech engine failed; ask an administrator to check the speech command in the settings.',
  },
  'reading-not-ready': {
    status: 409,
    zh: '朗读还没有做好，请等它做好、听过以后再审。',
    en: 'The reading is not made yet; listen to it first.',
  },
  'reading-stale': {
    status: 409,
    zh: '文章改过了，朗读念的还是旧话，请重新朗读后再审。',
    en: 'The article has changed since; let it be read again first.',
  },

  'kit-not-public': {
    status: 409,
    zh: '影片现在没有公开，或者还没有转换好，先公开再打包。',
    en: 'The film is not public or not converted yet; publish it first.',
  },
  'kit-no-voice': {
    status: 409,
    zh: '这个语种的配音现在没有通过审核，请换一个语种。',
    en: 'There is no approved voice in this variety; choose another.',
  },
  'kit-too-long': {
    status: 422,
    zh: '影片太长，各平台都收不下，请剪短或分成几集再打包。',
    en: 'The film is too long for every platform; shorten or split it.',
  },
  'kit-failed': { status: 500, zh: '打包没有成功，请再试一次。', en: 'The kit could not be packed; try again.' },

  'import-unreadable': {
    status: 422,
    zh: '文件读不出来，或不是要求的格式。',
    en: 'The file cannot be read or has the wrong form.',
  },
  'import-no-folder': { status: 404, zh: '没有这个文件夹或文件。', en: 'There is no such folder or file.' },
  'import-empty': { status: 422, zh: '文件是空的。', en: 'The file is empty.' },
  'import-encoding': {
    status: 422,
    zh: '不是 UTF-8 编码的文字文件，请用记事本另存为 UTF-8。',
    en: 'This is not a UTF-8 text; save it again as UTF-8.',
  },
  'import-no-title': {
    status: 422,
    zh: '没有标题，第一行要写成“# 标题”。',
    en: 'There is no title; begin with “# title”.',
  },
  'import-no-articles': { status: 422, zh: '没有找到条文（第……条）。', en: 'No articles (第……条) were found.' },
  'import-order': { status: 422, zh: '条号重复或次序有误。', en: 'An article number is repeated or out of order.' },
  'import-no-story': { status: 422, zh: '只有标题，没有正文。', en: 'There is a title but no text.' },
  'import-duplicate': { status: 409, zh: '和另一个文件重复。', en: 'It repeats another file.' },
  'import-conflict': { status: 409, zh: '网址名已被占用。', en: 'The address is already taken.' },

  'import-columns': {
    status: 422,
    zh: '表头没认出来。要有这几列：主题、人群、数量、来源、日期、类别。可以先下载模板。',
    en: 'The columns were not recognised: topic, segment, count, source, date, kind. Start from the template.',
  },
  'figure-columns': {
    status: 422,
    zh: '表头没认出来。要有这几列：渠道、标题、投放日期、播放、看完、来源、日期。可以先下载模板。',
    en: 'The columns were not recognised: channel, title, sent, plays, finished, source, date. Start from the template.',
  },
  'import-old-excel': {
    status: 422,
    zh: '这是旧版 Excel 文件（.xls），请另存为 .xlsx 或 CSV 再导入。',
    en: 'This is an old Excel file (.xls); save it as .xlsx or CSV.',
  },
  'import-too-many': {
    status: 422,
    zh: '一次最多导入 5000 行，请分成几个文件。',
    en: 'At most 5,000 rows at once; split the file.',
  },

  'already-running': {
    status: 409,
    zh: '数据目录正被另一个进程使用。',
    en: 'Another process is using the data directory.',
  },
  'no-such-user': { status: 404, zh: '没有这个用户名。', en: 'There is no such user name.' },
  'user-exists': { status: 409, zh: '这个用户名已经有人用了。', en: 'This user name is already taken.' },
  'no-such-office': { status: 404, zh: '没有这个司法所。', en: 'There is no such office.' },

  'channel-refused': { status: 502, zh: '对方没有接收。', en: 'The channel did not accept it.' },
  'channel-unreachable': { status: 502, zh: '连不上对方。', en: 'The channel cannot be reached.' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>

export type ErrorCode = keyof typeof errorCodes
