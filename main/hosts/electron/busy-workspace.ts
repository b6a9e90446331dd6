import { dialog, shell } from 'electron'
import type { Holder } from '#main/store/lock/workspace-lock'
import { holderName } from '../workstation/say-in-words'

/** Says who has the workspace open, and hands over to them where they serve a page. */
export async function handOver(holder: Holder): Promise<void> {
  const { address } = holder
  const { response } = await dialog.showMessageBox({
    type: 'info',
    title: 'Tòa Soạn',
    message: 'Thư mục làm việc này đang được mở.',
    detail: `${holderName(holder)} đang giữ nó${holder.pid === null ? '' : ` (tiến trình ${holder.pid})`}. Mỗi lúc chỉ một chương trình được ghi, để không mất chữ nào.`,
    buttons: address === null ? ['Thoát'] : ['Mở trong trình duyệt', 'Thoát'],
    defaultId: 0,
    cancelId: address === null ? 0 : 1,
    noLink: true,
  })
  if (address !== null && response === 0) await shell.openExternal(address)
}
