# Corrections, power, goodness of fit and exact tests. Run here: Rscript tests.R (R 4.2.2). Writes tests.json.
source("golden.R")

set.seed(7)
families <- list(c(0.01, 0.02, 0.03, 0.04, 0.05), c(0.2, NA, 1e-12, 0.04, 0.04, 0.9), c(0.05), c(1, 1, 0.5), c(NA, NA),
  c(0.001, 0.0001, 0.03, 0.6, 0.02, 0.02, 1e-300, 0), round(runif(40)^3, 6))
adjusted <- function(method) lapply(families, function(p)
  case(paste0("p.adjust(p, '", method, "')"), list(p = I(p)), list(adjusted = I(p.adjust(p, method)))))

power <- list()
for (rate in c(0, 0.025, 0.05, 0.1, 0.25, 0.6)) for (n in c(100, 200, 1000, 5000)) for (m in c(1, 15)) {
  alpha <- 0.05 / m
  root <- uniroot(function(p2) power.prop.test(n = n, p1 = rate, p2 = p2, sig.level = alpha)$power - 0.8, c(rate + 1e-6, 1 - 1e-9), tol = 1e-15)$root
  power <- c(power, list(case("uniroot(power.prop.test(n, p1, p2, sig.level = 0.05 / m)$power - 0.8)",
    list(rate = rate, n = n, level = 0.95, comparisons = m), list(mde = root - rate))))
}
means <- list()
for (v in list(c(4, 9, 50, 60), c(1e4, 2.5e4, 1200, 90))) for (m in c(1, 8, 120)) for (goal in c(0.8, 0.95)) {
  means <- c(means, list(case("(qnorm(0.05 / (2 * m), lower.tail = FALSE) + qnorm(goal)) * sqrt(s1 / n1 + s0 / n0)",
    list(s1 = v[1], s0 = v[2], n1 = v[3], n0 = v[4], level = 0.95, comparisons = m, power = goal),
    list(mde = (qnorm(0.05 / (2 * m), lower.tail = FALSE) + qnorm(goal)) * sqrt(v[1] / v[3] + v[2] / v[4])))))
}

ratios <- list()
for (item in list(list(c(500, 500), c(0.5, 0.5)), list(c(5210, 4790), c(0.5, 0.5)), list(c(900, 110), c(0.9, 0.1)),
  list(c(1e6, 1004500), c(0.5, 0.5)), list(c(33, 41, 29), c(1, 1, 1) / 3), list(c(0, 12), c(0.5, 0.5)))) {
  test <- chisq.test(item[[1]], p = item[[2]])
  ratios <- c(ratios, list(case("chisq.test(observed, p = shares)", list(observed = item[[1]], shares = item[[2]]),
    list(chiSquare = unname(test$statistic), degreesOfFreedom = unname(test$parameter), p = test$p.value))))
}

fisher <- list(); wilson <- list()
for (t in list(c(3, 10, 0, 12), c(1, 9, 11, 24), c(4, 500, 30, 900), c(10, 10, 0, 10), c(2, 3000, 9, 2500))) {
  fisher <- c(fisher, list(case("fisher.test(matrix(c(x1, n1 - x1, x0, n0 - x0), 2))", list(x1 = t[1], n1 = t[2], x0 = t[3], n0 = t[4]),
    list(p = fisher.test(matrix(c(t[1], t[2] - t[1], t[3], t[4] - t[3]), 2))$p.value))))
}
for (t in list(c(3, 10), c(0, 25), c(25, 25), c(412, 9000), c(1, 2))) for (level in c(0.8, 0.95, 0.999)) {
  ci <- suppressWarnings(prop.test(t[1], t[2], conf.level = level, correct = FALSE)$conf.int)
  wilson <- c(wilson, list(case("prop.test(x, n, conf.level = level, correct = FALSE)", list(x = t[1], n = t[2], level = level),
    list(value = t[1] / t[2], low = ci[1], high = ci[2]))))
}

write_golden("tests.json", list(holm = adjusted("holm"), benjaminiHochberg = adjusted("BH"), minimumDetectableRate = power,
  minimumDetectableEffect = means, sampleRatioMismatch = ratios, fisherExact = fisher, wilsonInterval = wilson))
