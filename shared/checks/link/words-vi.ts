import type { CheckWords, ProblemWords } from '../check-words.ts';
import type { LinkProblem } from './problems.ts';

const HOTLINE = 'gọi đường dây hỗ trợ của tỉnh';
const QUIET_UP = 'tắt đồng bộ đám mây và việc gửi tệp';
const QUIET_DOWN = 'tạm dừng tải tệp, xem phim và cập nhật phần mềm';
const QUIET = 'tắt đồng bộ đám mây và tải tệp';

/** What helps against a crowded or bad line, by how this machine is connected. */
function quieten(quiet: string): Pick<ProblemWords, 'do' | 'doOn'> {
  return {
    do: `Thử cắm dây thay Wi-Fi nếu đang dùng Wi-Fi, ${quiet}, rồi đo lại.`,
    doOn: {
      wireless: `Thử cắm dây thay Wi-Fi, ${quiet}, rồi đo lại.`,
      wired: `Thử ${quiet}; đổi cáp mạng hoặc cổng trên bộ chuyển mạch, rồi đo lại. Nếu vẫn vậy, gọi đơn vị quản lý đường truyền.`,
    },
  };
}

const INTERVAL = '(đo được từ {{lossLowPct, number}} đến {{lossHighPct, number}} %)';
const BUSY_MACHINE = 'Đóng bớt ứng dụng, cắm sạc cho máy, rồi bấm “Đo lại”.';
const OTHERS = 'Ngắt thiết bị và ứng dụng khác đang dùng mạng, rồi bấm “Đo lại”.';

export const vi: CheckWords<LinkProblem> = {
  name: 'Đường truyền',
  about: 'Đo tới máy chủ của tỉnh: tốc độ lên và xuống, độ trễ, độ biến động trễ, mất gói, đồng hồ.',
  ok: 'Lên {{uploadBound}}{{uploadMbps, number}} Mbps, xuống {{downloadBound}}{{downloadMbps, number}} Mbps, trễ {{rttMs, number}} ms, biến động {{jitterMs, number}} ms, mất gói {{lossPct, number}} %.',
  problems: {
    'no-network': {
      says: 'Máy này không có kết nối mạng nào.',
      do: 'Cắm lại cáp mạng TSLCD, xem đèn ở cổng mạng; hoặc bật bộ điều hợp mạng trong hệ điều hành.',
    },
    'no-address': {
      says: 'Máy đã nối mạng nhưng chưa được cấp địa chỉ IP.',
      do: 'Rút cáp mạng, chờ 10 giây rồi cắm lại; nếu mạng TSLCD dùng địa chỉ cố định, nhập lại địa chỉ theo bản cấp; khởi động lại bộ định tuyến.',
    },
    'gateway-silent': {
      says: 'Bộ định tuyến (cổng ra của mạng) không trả lời, nên chưa đo được đường truyền.',
      do: 'Xem bộ định tuyến có điện và có đèn tín hiệu không, khởi động lại nó; nếu vẫn vậy, gọi đơn vị quản lý đường truyền.',
    },
    'name-unresolved': {
      says: 'Không tìm được địa chỉ của máy chủ tỉnh ({{host}}).',
      do: `Kiểm tra cấu hình DNS của mạng TSLCD; nếu đúng, ${HOTLINE}.`,
    },
    'captive-portal': {
      says: 'Mạng đang dùng bắt đăng nhập: một trang web khác trả lời thay cho máy chủ tỉnh ({{host}}).',
      do: 'Mở trình duyệt và đăng nhập mạng, hoặc chuyển sang cắm dây mạng TSLCD, rồi đo lại.',
    },
    'hub-unreachable': {
      says: 'Không tới được máy chủ tỉnh ({{host}}), nên chưa đo được đường truyền. Đây không tính là lỗi của điểm cầu.',
      do: `Kiểm tra cáp mạng TSLCD; nếu mạng vẫn chạy, ${HOTLINE} rồi đo lại.`,
    },
    'hub-down': {
      says: 'Máy chủ tỉnh ({{host}}) không trả lời, trong khi từ đây vẫn tới được {{targets}}. Đây không tính là lỗi của điểm cầu.',
      do: `Điểm cầu không cần sửa gì: ${HOTLINE} để báo, rồi đo lại khi tỉnh đã xử lý.`,
    },
    'hub-insecure': {
      says: 'Không lập được kết nối an toàn với {{host}} ({{cause}}).',
      do: 'Xem ngày giờ của máy có đúng không; nếu đúng, không đi tiếp mà báo đường dây hỗ trợ của tỉnh.',
    },
    'certificate-mismatch': {
      says: 'Máy trả lời ở {{host}} không đưa ra đúng chứng thư đã ghi nhận khi ghi danh.',
      do: `Không đi tiếp: có thể có thiết bị chen giữa đường, hoặc tỉnh đã đổi chứng thư. Hãy ${HOTLINE} để hỏi.`,
    },
    'hub-busy': {
      says: 'Máy chủ tỉnh đang đo cho nhiều điểm cầu khác.',
      do: 'Chờ một phút rồi bấm “Đo lại”.',
    },
    'province-line-busy': {
      says: 'Đã chờ {{waitedMinutes, number}} phút mà đường truyền của tỉnh vẫn bận đo cho các điểm cầu khác (lúc đầu ở thứ {{place, number}}). Đây không phải lỗi của điểm cầu.',
      do: 'Chờ vài phút rồi bấm “Đo lại”; nên đo sớm hơn trước giờ họp.',
    },
    'hub-refused': {
      says: 'Máy chủ tỉnh chưa cho phép đo ({{cause}}).',
      do: 'Xem máy này đã ghi danh chưa, rồi đo lại; nếu vẫn vậy, gọi đường dây hỗ trợ.',
    },
    'hub-error': {
      says: 'Máy chủ tỉnh gặp lỗi của chính nó ({{cause}}), nên chưa đo được. Đây không phải lỗi của điểm cầu.',
      do: `Đo lại sau một phút; nếu vẫn vậy, ${HOTLINE} và đọc mã lỗi trong ngoặc.`,
    },
    'not-enrolled': {
      says: 'Máy này chưa ghi danh với tỉnh nên chưa biết đo tới đâu.',
      do: 'Nhập mã ghi danh do tỉnh cấp, rồi đo lại.',
    },
    'responder-silent': {
      says: 'Máy chủ tỉnh trả lời nhưng cổng đo đường truyền không trả lời.',
      do: 'Báo đường dây hỗ trợ của tỉnh: tường lửa có thể đang chặn cổng đo (UDP và TCP).',
    },
    interrupted: {
      says: 'Đường truyền đứt giữa chừng khi đang đo.',
      do: 'Kiểm tra cáp và đèn của bộ chuyển mạch, rồi đo lại; nếu đứt nữa, gọi đơn vị quản lý đường truyền.',
    },
    'tcp-only': {
      says: 'Mạng chặn UDP: hình và tiếng phải đi qua TCP, dễ giật khi mất gói.',
      do: 'Nhờ người quản lý tường lửa mở UDP tới máy chủ của tỉnh.',
    },
    'websocket-only': {
      says: 'Mạng chỉ cho qua kết nối web (TCP): hình và tiếng dễ giật khi mất gói.',
      do: 'Nhờ người quản lý tường lửa mở UDP và cổng đo tới máy chủ của tỉnh.',
    },
    proxy: {
      says: 'Máy đi qua máy chủ ủy nhiệm (proxy) {{proxy}}, nơi hình và tiếng có thể bị chậm.',
      do: 'Hỏi người quản lý mạng để bỏ qua proxy cho máy chủ của tỉnh và của hệ thống họp.',
    },
    'platform-unreachable': {
      says: 'Không tới được máy chủ của hệ thống họp: {{targets}}.',
      do: `Xem mạng này có được phép ra máy chủ đó không (tường lửa); nếu không rõ, ${HOTLINE}.`,
    },
    'upload-low': {
      says: 'Tốc độ tải lên {{uploadMbps, number}} Mbps, cần ít nhất {{neededMbps, number}} Mbps.',
      ...quieten(QUIET_UP),
    },
    'upload-unsaturated': {
      says: 'Tốc độ tải lên ít nhất {{uploadMbps, number}} Mbps, nhưng chưa đo được tới mức cần là {{neededMbps, number}} Mbps.',
      do: OTHERS,
    },
    'upload-processor': {
      says: 'Máy này quá bận nên chưa đo được tốc độ tải lên (mới thấy {{uploadMbps, number}} Mbps).',
      do: BUSY_MACHINE,
    },
    'upload-unstable': {
      says: 'Tốc độ tải lên thay đổi ngay trong lúc đo, trung bình {{uploadMbps, number}} Mbps.',
      do: OTHERS,
    },
    'upload-unmeasured': {
      says: 'Chưa đo được tốc độ tải lên.',
      do: 'Đóng các ứng dụng đang dùng mạng rồi bấm “Đo lại”.',
    },
    'download-low': {
      says: 'Tốc độ tải xuống {{downloadMbps, number}} Mbps, cần ít nhất {{neededMbps, number}} Mbps.',
      ...quieten(QUIET_DOWN),
    },
    'download-unsaturated': {
      says: 'Tốc độ tải xuống ít nhất {{downloadMbps, number}} Mbps, nhưng chưa đo được tới mức cần là {{neededMbps, number}} Mbps.',
      do: OTHERS,
    },
    'download-processor': {
      says: 'Máy này quá bận nên chưa đo được tốc độ tải xuống (mới thấy {{downloadMbps, number}} Mbps).',
      do: BUSY_MACHINE,
    },
    'download-unstable': {
      says: 'Tốc độ tải xuống thay đổi ngay trong lúc đo, trung bình {{downloadMbps, number}} Mbps.',
      do: OTHERS,
    },
    'download-unmeasured': {
      says: 'Chưa đo được tốc độ tải xuống.',
      do: 'Đóng các ứng dụng đang dùng mạng rồi bấm “Đo lại”.',
    },
    'rtt-high': {
      says: 'Độ trễ {{rttMs, number}} ms, chỉ nên tới {{allowedMs, number}} ms.',
      do: 'Dùng đường TSLCD thay cho mạng di động hoặc VPN; tắt các ứng dụng đang tải dữ liệu.',
    },
    'upload-delays': {
      says: 'Khi đường lên đầy, độ trễ tăng từ {{rttMs, number}} lên {{loadedRttMs, number}} ms: cuộc họp sẽ khựng mỗi khi có máy gửi tệp.',
      do: `Trong lúc họp hãy ${QUIET_UP} trên mọi máy dùng chung mạng; nhờ người quản lý bộ định tuyến bật ưu tiên gói (QoS).`,
    },
    'download-delays': {
      says: 'Khi đường xuống đầy, độ trễ tăng từ {{rttMs, number}} lên {{loadedRttMs, number}} ms: cuộc họp sẽ khựng mỗi khi có máy tải tệp.',
      do: `Trong lúc họp hãy ${QUIET_DOWN} trên mọi máy dùng chung mạng; nhờ người quản lý bộ định tuyến bật ưu tiên gói (QoS).`,
    },
    'jitter-high': {
      says: 'Độ biến động trễ {{jitterMs, number}} ms, chỉ nên tới {{allowedMs, number}} ms: hình và tiếng sẽ giật.',
      ...quieten(QUIET),
    },
    'jitter-up-high': {
      says: 'Độ biến động trễ chiều lên {{jitterMs, number}} ms, chỉ nên tới {{allowedMs, number}} ms: nơi khác sẽ thấy và nghe điểm cầu bị giật.',
      ...quieten(QUIET_UP),
    },
    'jitter-down-high': {
      says: 'Độ biến động trễ chiều xuống {{jitterMs, number}} ms, chỉ nên tới {{allowedMs, number}} ms: điểm cầu sẽ thấy và nghe nơi khác bị giật.',
      ...quieten(QUIET_DOWN),
    },
    'jitter-processor': {
      says: 'Không đo được độ biến động trễ của đường truyền: máy đo quá bận (thấy {{jitterMs, number}} ms, trong đó {{ownMs, number}} ms do máy).',
      do: BUSY_MACHINE,
    },
    'loss-high': {
      says: 'Mất gói {{lossPct, number}} % (chiều lên {{lossUpPct, number}} %, chiều xuống {{lossDownPct, number}} %), chỉ nên tới {{allowedPct, number}} %.',
      ...quieten(QUIET),
    },
    'loss-up-high': {
      says: `Mất gói {{lossPct, number}} % chiều lên ${INTERVAL}, chỉ nên tới {{allowedPct, number}} %.`,
      ...quieten(QUIET_UP),
    },
    'loss-down-high': {
      says: `Mất gói {{lossPct, number}} % chiều xuống ${INTERVAL}, chỉ nên tới {{allowedPct, number}} %.`,
      ...quieten(QUIET_DOWN),
    },
    'loss-unclear': {
      says: `Mất gói {{lossPct, number}} % ${INTERVAL}: chưa loại trừ được mức quá {{allowedPct, number}} %.`,
      do: 'Bấm “Đo lại” khi mạng rảnh hơn; nếu vẫn vậy, thử đổi cáp mạng hoặc cổng trên bộ chuyển mạch.',
    },
    'loss-unmeasured': {
      says: 'Chỉ gửi được {{sent, number}} gói nên chưa kết luận được về mất gói.',
      do: 'Đóng các ứng dụng đang dùng mạng rồi bấm “Đo lại”.',
    },
    'audio-up-poor': {
      says: 'Theo ước tính, nơi khác nghe điểm cầu không rõ: điểm MOS {{mos, number}} trên thang 4,5, cần {{neededMos, number}}.',
      ...quieten(QUIET_UP),
    },
    'audio-down-poor': {
      says: 'Theo ước tính, điểm cầu nghe nơi khác không rõ: điểm MOS {{mos, number}} trên thang 4,5, cần {{neededMos, number}}.',
      ...quieten(QUIET_DOWN),
    },
    'audio-processor': {
      says: 'Chưa ước lượng được tiếng nghe ở điểm này: máy đo quá bận nên không kịp thấy gói tin đến lúc nào.',
      do: BUSY_MACHINE,
    },
    'hub-processor': {
      says: 'Máy chủ tỉnh quá bận nên không đo được hết đường truyền của điểm này. Đây không phải lỗi của điểm cầu.',
      do: `Đo lại sau một phút; nếu vẫn vậy, ${HOTLINE} để báo máy chủ đang quá tải.`,
    },
    'clock-off': {
      says: 'Đồng hồ máy này lệch {{offsetSeconds, number}} giây so với tỉnh, chỉ nên tới {{allowedSeconds, number}} giây.',
      do: 'Bật tự động cập nhật ngày giờ, hoặc chỉnh lại ngày giờ của máy, rồi đo lại.',
    },
    wireless: {
      says: 'Máy đang dùng kết nối không dây ({{adapter}}).',
      do: 'Cắm dây mạng TSLCD cho cuộc họp; tắt Wi-Fi sau khi cắm.',
    },
    'wireless-weak': {
      says: 'Máy đang dùng Wi-Fi yếu ({{adapter}}, sóng {{signalPct, number}} %).',
      do: 'Cắm dây mạng TSLCD cho cuộc họp; nếu chưa có dây, đưa máy lại gần bộ phát Wi-Fi, tránh tường và vật kim loại.',
    },
  },
};
