/** What was measured at a point before, and the file for whoever helps. */
export const history = {
  open: 'Lịch sử',
  title: 'Lịch sử kiểm tra',
  none: 'Chưa có lần kiểm tra nào trên máy này. Bấm “Kiểm tra tất cả” ở màn hình chính.',
  oneOnly: 'Mới có một lần kiểm tra; từ lần thứ hai sẽ so sánh được.',
  choose: 'Chọn hai lần để so sánh',
  noMeeting: 'ngoài cuộc họp',
  forMeeting: 'cho cuộc họp',
  count: '{{count}} mục',
  compared: 'So sánh hai lần',
  check: 'Mục',
  change: 'Thay đổi',
  changes: { better: 'Tốt hơn', worse: 'Kém hơn', same: 'Như trước' },
  figures: 'Diễn biến {{count}} lần gần nhất',
  plot: '{{check}}, {{figure}}: {{count}} lần đo, từ {{first}} đến {{last}} ({{when}})',
  support: {
    title: 'Xuất tệp hỗ trợ',
    about: 'Một tệp gồm kết quả đo, tình trạng gửi, nhật ký kỹ thuật và báo cáo lỗi. Phần mềm không tự gửi đi đâu.',
    withPeople: 'Kèm họ tên lãnh đạo và cán bộ kỹ thuật',
    write: 'Lưu tệp…',
    written: 'Đã lưu: {{path}}',
  },
};
