package org.verbacode.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.verbacode.cli.console.Console;
import org.verbacode.cli.console.Report;
import org.verbacode.study.Message;
import org.verbacode.workflow.quality.CodingOrder;
import org.verbacode.workflow.quality.Simulation;

/** A simulation as {@code simulate} prints it. */
public record SimulationReport(Simulation simulation) implements Report {

    @Override
    public Map<String, Object> json(Locale locale) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("pool", simulation.pool());
        keys.put("judged", simulation.judged());
        keys.put("reach", simulation.reach());
        Map<String, Object> orders = new LinkedHashMap<>();
        simulation.curves().forEach((order, curves) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("micro_f1", json(simulation.saving(order, Simulation.Point::microF1)));
            one.put("macro_f1", json(simulation.saving(order, Simulation.Point::macroF1)));
            one.put("curve", points(simulation.mean(order)));
            one.put(
                    "seeds",
                    curves.stream()
                            .map(curve -> Map.of("seed", curve.seed(), "curve", points(curve)))
                            .toList());
            orders.put(order.word(), one);
        });
        keys.put("orders", orders);
        return keys;
    }

    private static Map<String, Object> json(Simulation.Saving saving) {
        Map<String, Object> keys = new LinkedHashMap<>();
        OptionalDouble needed = saving.needed();
        keys.put("quality", saving.quality());
        keys.put("labels_needed", needed.isPresent() ? needed.getAsDouble() : null);
        keys.put("ratio", saving.ratio());
        keys.put("ratio_deviation", saving.deviation());
        keys.put("seeds_unreached", saving.unreached());
        return keys;
    }

    private static List<Map<String, Object>> points(Simulation.Curve curve) {
        return curve.points().stream()
                .map(point -> {
                    Map<String, Object> keys = new LinkedHashMap<>();
                    keys.put("labels", point.labels());
                    keys.put("micro_f1", point.microF1());
                    keys.put("macro_f1", point.macroF1());
                    return keys;
                })
                .toList();
    }

    @Override
    public void print(Console console) {
        int draws = simulation.mean(CodingOrder.RANDOM).points().isEmpty()
                ? 0
                : simulation.curves().values().iterator().next().size();
        console.line(Message.of(
                "cli.simulate.head",
                simulation.pool(),
                simulation.judged(),
                draws,
                simulation.reach(),
                simulation.saving(CodingOrder.RANDOM, Simulation.Point::microF1).quality(),
                simulation.saving(CodingOrder.RANDOM, Simulation.Point::macroF1).quality()));
        for (CodingOrder order : simulation.curves().keySet()) {
            console.line(Message.of(
                    "cli.simulate.order",
                    order.word(),
                    saving(simulation.saving(order, Simulation.Point::microF1), draws),
                    saving(simulation.saving(order, Simulation.Point::macroF1), draws)));
        }
        Map<CodingOrder, Simulation.Curve> means = new LinkedHashMap<>();
        simulation.curves().keySet().forEach(order -> means.put(order, simulation.mean(order)));
        int points = means.values().iterator().next().points().size();
        for (int i = 0; i < points; i++) {
            int point = i;
            StringBuilder line = new StringBuilder();
            means.forEach((order, curve) -> line.append(Message.of(
                            "cli.simulate.point",
                            order.word(),
                            curve.points().get(point).microF1(),
                            curve.points().get(point).macroF1())
                    .in(console.locale())));
            console.line(Message.of(
                    "cli.simulate.points",
                    means.values().iterator().next().points().get(i).labels(),
                    line.toString()));
        }
    }

    /** The standard deviation of the ratio is shown for several draws only: one draw has none. */
    private static Message saving(Simulation.Saving saving, int draws) {
        OptionalDouble needed = saving.needed();
        return Message.of(
                needed.isPresent() ? "cli.simulate.needed" : "cli.simulate.unreached",
                needed.orElse(0),
                saving.ratio(),
                saving.deviation(),
                saving.unreached(),
                draws);
    }
}
