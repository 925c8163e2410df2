/** The technician on duty, at the point and at the province. */
export const duty = {
  title: 'Trực kỹ thuật',
  by: 'Cần có mặt trước {{warn}}, chậm nhất {{fail}}.',
  since: 'có mặt từ {{time}}',
  report: 'Tôi đã có mặt trực',
  change: 'Đổi người trực',
  about: 'Ghi nhận cán bộ kỹ thuật có mặt tại điểm cầu từ lúc này đến hết cuộc họp. Tỉnh gọi số này khi cần.',
  fullName: 'Họ và tên cán bộ kỹ thuật',
  phone: 'Số điện thoại',
  confirm: 'Ghi nhận có mặt',
  came: { pass: 'Đúng giờ', warn: 'Sau giờ quy định', fail: 'Quá muộn' },
  due: { pass: 'Chưa đến giờ', warn: 'Đã đến giờ trực', fail: 'Quá giờ trực' },
  none: 'Chưa báo',
};
