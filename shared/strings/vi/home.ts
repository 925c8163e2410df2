/** The home of the point: what is to be done, in order, and how the windows look. */
export const home = {
  todo: {
    label: 'Việc cần làm, theo thứ tự',
    next: 'Việc tiếp theo',
    allDone: 'Đã xong mọi việc trước cuộc họp.',
    count: '{{done}}/{{of}}',
    steps: {
      duty: 'Báo có mặt trực',
      check: 'Kiểm tra thiết bị',
      checklist: 'Trả lời danh mục',
      leader: 'Mời lãnh đạo vào họp',
      send: 'Gửi tới tỉnh',
    },
    states: {
      done: 'đã xong',
      todo: 'chưa làm',
      mend: 'cần sửa',
      waits: 'chờ gửi, tự động',
      later: 'chưa đến lượt',
      'so-far': 'đã gửi phần đã ghi',
      unsaved: 'chưa lưu được',
    },
  },
  glance: 'Tình trạng từng mục',
  options: {
    open: 'Tùy chọn',
    title: 'Tùy chọn',
    appearance: 'Giao diện',
    appearances: { system: 'Theo máy tính', light: 'Sáng', dark: 'Tối', contrast: 'Tương phản cao' },
    appearanceHint: 'Chỉ đổi cách hiển thị trên máy này.',
  },
  about: {
    title: 'Giới thiệu',
    version: 'phiên bản {{version}}',
    licence: 'Phần mềm nguồn mở, giấy phép Apache 2.0. Không gửi dữ liệu đi đâu ngoài máy chủ của tỉnh.',
    notices: 'Phần mềm của bên thứ ba ({{count}})',
    noticesName: 'Giấy phép của phần mềm bên thứ ba',
    runtime:
      'Chạy trên Electron (MIT) và Chromium (BSD và các giấy phép khác: tệp LICENSES.chromium.html trong thư mục cài đặt).',
  },
  help: {
    open: 'Hướng dẫn',
    title: 'Hướng dẫn',
    pages: { technician: 'Cán bộ kỹ thuật', leader: 'Lãnh đạo dự họp', province: 'Cấp tỉnh' },
  },
};
