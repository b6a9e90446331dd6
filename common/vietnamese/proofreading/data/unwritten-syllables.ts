/**
 * Syllables that the grammar allows but no Vietnamese word has, each with the word it is written for where speech merges s and x,
 * tr and ch, l and n, d, gi and r. Written from general knowledge of the language; no word list was copied.
 */
const slips = `chường trường, tuàn tuần, cỏng cõng, truyến tuyến, chạt chặt, xữa sửa, xữ xử, sữ sử, trể trễ, chể chế, nhậng nhận, đễn đến, trươc trước, chộm trộm, chọng trọng, chiển triển, chiệu triệu, chên trên, chễ trễ, chuy truy
trính chính, trạy chạy, trức chức, trế chế, trỉ chỉ, truyển chuyển, truẩn chuẩn, trỗ chỗ, trấp chấp, trất chất, trậm chậm, trữa chữa, triếc chiếc, triến chiến, trụp chụp,
triếm chiếm, triếu chiếu, truỗi chuỗi, truối chuối, tria chia, trặt chặt, truyên chuyên, truột chuột, troán choán
xản sản, xau sau, xai sai, xẵn sẵn, xàng sàng, xuốt suốt, xưởi sưởi, xân sân, xỹ sỹ, xĩ sĩ, xoát soát, xơn sơn, xạch sạch, xuy suy, xớm sớm, xóng sóng, xuối suối
sã xã, suống xuống, sưởng xưởng, suân xuân, sóa xóa, suyên xuyên, soáy xoáy, sứng xứng
nàm làm, nãi lãi, nãnh lãnh, nợi lợi, nợn lợn, nượng lượng, nượt lượt, nuận luận, nuật luật, noại loại, niệt liệt, niền liền, nời lời, nớn lớn, nuôn luôn, nuyện luyện, noan loan, nười lười, niệu liệu
lước nước, lền nền, lày này, luôi nuôi, lướng nướng
dất rất, dõ rõ, diêng riêng, duộng ruộng, riệu rượu, dắn rắn, dộng rộng, diếng giếng, dúp giúp, dữa giữa, dống giống, dảm giảm, giưới dưới, giài dài, giạy dạy, giân dân, giẫn dẫn, giễn diễn, giự dự, giưa dưa, giựng dựng, rựng dựng, ruyệt duyệt, riễn diễn, riện diện, giện diện, giịch dịch, rịch dịch, giụng dụng, giưỡng dưỡng, rưỡng dưỡng, giu du, rột dột, giừng dừng, giược dược, rược dược
xợ sợ, xố số, xẽ sẽ, xưu sưu, xườn sườn, xự sự, xạn sạn, xấm sấm, xẫm sẫm, xụn sụn, xàn sàn, xiêng siêng, xửa sửa, sích xích, sóm xóm, sốp xốp, sôn xôn, sem xem
chòn tròn, chụ trụ, tróng chóng, nụt lụt, nễ lễ, nũ lũ, nũy lũy, nánh lánh, noài loài, nưu lưu, nuồn luồn
giọc dọc, giọn dọn, giễ dễ, giệt diệt, giưới dưới, rũng dũng, ruyên duyên, rạy dạy, rự dự, riệt diệt, riện diện, rưới dưới, giượt dượt, giũng dũng, ruyệt duyệt
rữ giữ, nhìng nhìn, cạng cạn, đễ để, ăng ăn, đàu đầu, chởo chở, rọn dọn, chời trời, hoặt hoạt, hoặch hoạch, xuốn xuống, hếc hết, yếc yết, chấc chất, mậc mật, phậc phật, tuyếc tuyết, xuấc xuất, suấc suất, luậc luật, thuậc thuật, quyếc quyết
toàng toàn, tiềng tiền, viêng viên, quyềng quyền, miễng miễn, khoãng khoảng, chuẫn chuẩn, thiệng thiện, điệng điện, kiệng kiện, hiệng hiện, luậng luận`

/** Wrong syllable → right syllable, in lower case. */
export const unwrittenSyllables: ReadonlyMap<string, string> = new Map(
  slips
    .split(/[,\n]/)
    .map(slip => slip.trim().split(' '))
    .flatMap(([wrong = '', right]): readonly (readonly [string, string])[] =>
      right === undefined ? [] : [[wrong, right]],
    ),
)
