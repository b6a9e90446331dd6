import { stripTones } from '#common/vietnamese/syllables/parse-syllable'

/*
 * Syllables that the language has with only one of hỏi and ngã, the two tones that the speech of Thanh Hóa (and of the
 * south) merges. Pairs that are both words (tỉnh and tĩnh, bảo and bão, nửa and nữa) are left to the phrases.
 * Written from general knowledge of the language; no word list was copied.
 */
const onlyHoi = `ẩm ẩn ẩu ảm ảnh ảo bảng biển biểu bỏng buổi cảng cảnh cảm chảy chẳng chẩn chủ chủng chuẩn chuyển cổng của cửa đảm đảng đảo
  dẻo điểm điển đỏ đoản đủ đuổi giảm giảng giỏi gỏi gửi hẳn hẻm hiển hiểu hoảng hỏi hưởng kể khả khảo khẩn khẳng khẩu khiển khoản khởi khỏe
  khoẻ khỏi khổ khuẩn khủng kiểm kiểu lỏng mỏi nhảy nhỏ ổ ổn ở phải phản phẩm phẳng phổ phỏng quả quản quyển sản sảnh tảng tẩy thải thảm
  thảnh thảo thẳng thể thỉnh thỏa thổi thủ thủy thuỷ thử thưởng tỉa tỏa tỏi tổ tổn tổng trẻ triển trở trưởng tuổi tưởng tuyển tỷ ủng uổng
  ủy uỷ uyển xảy xỏ xổ xử xưởng ỷ`
const onlyNga = `cưỡi cưỡng chẵn chỗ chữ dẫn dãy diễn diễu dũng dữ dưỡng đãi đẫm đỡ đũa giữ hãng hãy hữu khẽ lễ lỗi lũy lưỡng mãn miễn mỗi
  muỗi mỹ ngẫu nghĩa nghiễm ngỡ ngữ nguyễn nhãn nhiễm nhũng những nữ phẫu rỗi rỗng sẵn thuẫn tiễn trễ trữ vĩnh vỗ vũ vững`

/** Base without tone → the only one of hỏi and ngã it is written with. */
export const attestedTones: ReadonlyMap<string, 'hoi' | 'nga'> = new Map(
  (
    [
      [onlyHoi, 'hoi'],
      [onlyNga, 'nga'],
    ] as const
  ).flatMap(([list, tone]) => list.split(/\s+/).map(word => [stripTones(word)?.base ?? word, tone] as const)),
)
